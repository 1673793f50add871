ALTER TABLE "dataset_revision" ADD COLUMN "taxon" integer;--> statement-breakpoint
ALTER TABLE "dataset_revision" ADD COLUMN "organism" text;--> statement-breakpoint
ALTER TABLE "dataset_revision" ADD COLUMN "organism_evidence" text DEFAULT '' NOT NULL;