ALTER TABLE "dataset_feature" ADD COLUMN "marks" smallint;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "group" text;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "timepoint" text;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "batch" text;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "injection_order" integer;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "technical_replicate_of" text;--> statement-breakpoint
ALTER TABLE "sample" ADD COLUMN "kind" text;--> statement-breakpoint
-- What a sample sheet told is in the metadata under these four names, whatever the sheet called them. Left NULL: a word for
-- nothing; values joined by `; `, of which the rows of a sheet tell several; and all that the table's own words tell, which
-- no SQL can read.
UPDATE "sample" SET
  "group" = CASE WHEN "metadata"->>'group' !~* '^\s*(na|n/a|nan|none|null|not available|not applicable|-|\.)?\s*$|; '
    THEN btrim("metadata"->>'group') END,
  "batch" = CASE WHEN "metadata"->>'batch' !~* '^\s*(na|n/a|nan|none|null|not available|not applicable|-|\.)?\s*$|; '
    THEN btrim("metadata"->>'batch') END,
  "injection_order" = CASE WHEN "metadata"->>'injectionOrder' ~ '^\d{1,9}$'
    THEN ("metadata"->>'injectionOrder')::integer END,
  "kind" = CASE WHEN "metadata"->>'kind' IN ('study', 'qc', 'pool', 'blank', 'standard', 'reference')
    THEN "metadata"->>'kind' END
  WHERE "metadata" ? 'sampleSheetSha256';
