CREATE TABLE "dataset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"revision" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dataset_column" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"sample_ordinal" integer,
	"quantity" text,
	"is_primary" boolean NOT NULL,
	"unit" text,
	"scale" text NOT NULL,
	"zero_is_missing" boolean NOT NULL,
	"decimal_separator" text NOT NULL,
	"missing_token" text NOT NULL,
	CONSTRAINT "dataset_column_dataset_id_revision_ordinal_pk" PRIMARY KEY("dataset_id","revision","ordinal")
);
--> statement-breakpoint
CREATE TABLE "dataset_feature" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"row_index" integer NOT NULL,
	"row_key" text NOT NULL,
	"raw_name" text NOT NULL,
	"feature_id" uuid,
	"annotations" text[] NOT NULL,
	"values" double precision[] NOT NULL,
	"value_flags" jsonb,
	CONSTRAINT "dataset_feature_dataset_id_revision_row_index_pk" PRIMARY KEY("dataset_id","revision","row_index")
);
--> statement-breakpoint
CREATE TABLE "dataset_feature_member" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"row_index" integer NOT NULL,
	"rank" integer NOT NULL,
	"role" text NOT NULL,
	"feature_id" uuid NOT NULL,
	CONSTRAINT "dataset_feature_member_pk" PRIMARY KEY("dataset_id","revision","row_index","rank","role")
);
--> statement-breakpoint
CREATE TABLE "dataset_file" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	CONSTRAINT "dataset_file_dataset_id_revision_pk" PRIMARY KEY("dataset_id","revision")
);
--> statement-breakpoint
CREATE TABLE "dataset_file_chunk" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "dataset_file_chunk_dataset_id_revision_ordinal_pk" PRIMARY KEY("dataset_id","revision","ordinal")
);
--> statement-breakpoint
CREATE TABLE "dataset_finding" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"severity" text NOT NULL,
	"blocks" boolean NOT NULL,
	"start_line" integer NOT NULL,
	"start_column" integer NOT NULL,
	"end_line" integer NOT NULL,
	"end_column" integer NOT NULL,
	"cell" integer NOT NULL,
	"data_row" integer,
	"message" text NOT NULL,
	CONSTRAINT "dataset_finding_dataset_id_revision_ordinal_pk" PRIMARY KEY("dataset_id","revision","ordinal")
);
--> statement-breakpoint
CREATE TABLE "dataset_revision" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"omics_type" text,
	"profile" text NOT NULL,
	"confidence" double precision NOT NULL,
	"evidence" text NOT NULL,
	"shape" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text,
	"header_line" integer NOT NULL,
	"annotation_columns" text[] NOT NULL,
	"feature_count" integer NOT NULL,
	"column_count" integer NOT NULL,
	"row_count" integer NOT NULL,
	"value_count" bigint NOT NULL,
	"missing_fraction" double precision NOT NULL,
	"rejected_rows" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dataset_revision_dataset_id_revision_pk" PRIMARY KEY("dataset_id","revision")
);
--> statement-breakpoint
CREATE TABLE "dataset_source" (
	"dataset_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"key" text NOT NULL,
	"path" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dataset_source_dataset_id_id_pk" PRIMARY KEY("dataset_id","id")
);
--> statement-breakpoint
CREATE TABLE "feature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"namespace" text NOT NULL,
	"taxon" integer,
	"normal_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample" (
	"dataset_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"metadata" jsonb NOT NULL,
	CONSTRAINT "sample_dataset_id_revision_ordinal_pk" PRIMARY KEY("dataset_id","revision","ordinal")
);
--> statement-breakpoint
ALTER TABLE "dataset_column" ADD CONSTRAINT "dataset_column_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_column" ADD CONSTRAINT "dataset_column_sample" FOREIGN KEY ("dataset_id","revision","sample_ordinal") REFERENCES "public"."sample"("dataset_id","revision","ordinal") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_feature" ADD CONSTRAINT "dataset_feature_feature_id_feature_id_fk" FOREIGN KEY ("feature_id") REFERENCES "public"."feature"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_feature" ADD CONSTRAINT "dataset_feature_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_feature_member" ADD CONSTRAINT "dataset_feature_member_feature_id_feature_id_fk" FOREIGN KEY ("feature_id") REFERENCES "public"."feature"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_feature_member" ADD CONSTRAINT "dataset_feature_member_row" FOREIGN KEY ("dataset_id","revision","row_index") REFERENCES "public"."dataset_feature"("dataset_id","revision","row_index") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_file" ADD CONSTRAINT "dataset_file_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_file_chunk" ADD CONSTRAINT "dataset_file_chunk_file" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_file"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_finding" ADD CONSTRAINT "dataset_finding_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_revision" ADD CONSTRAINT "dataset_revision_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "public"."dataset"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_source" ADD CONSTRAINT "dataset_source_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample" ADD CONSTRAINT "sample_revision" FOREIGN KEY ("dataset_id","revision") REFERENCES "public"."dataset_revision"("dataset_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_created_at" ON "dataset" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "dataset_file_sha256" ON "dataset_file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "dataset_source_key" ON "dataset_source" USING hash ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "feature_identity" ON "feature" USING btree ("normal_name","kind","namespace",coalesce("taxon", 0));