-- The current revision of a dataset is always there. Deferred, because the two rows need each other.
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_current_revision" FOREIGN KEY ("id", "revision")
  REFERENCES "public"."dataset_revision" ("dataset_id", "revision") ON DELETE NO ACTION ON UPDATE NO ACTION
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Rows are copied while their features are still being collected: the features come last in the transaction.
ALTER TABLE "dataset_feature" ALTER CONSTRAINT "dataset_feature_feature_id_feature_id_fk"
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "dataset_feature_member" ALTER CONSTRAINT "dataset_feature_member_feature_id_feature_id_fk"
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Measured on PostgreSQL 18.4, 2 cores, 3,000 rows of 1,000 values, a fifth of them NULL; milliseconds and megabytes:
--                                        COPY    one sample    100 whole rows    stored
--   pglz (the default), intensities       393       16               18            26
--   pglz, counts below 3,000             1057       39                9             9
--   pglz, two decimals                    725       47               19            17
--   EXTERNAL, whichever numbers       240-298       16             8-17            26
-- Compression makes loading 1.5 to 3.5 times slower and reading a sample up to 3 times, for half the disk at best.
-- lz4 is not in every build (not in the embedded one), so it is not an option.
ALTER TABLE "dataset_feature" ALTER COLUMN "values" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Rows up to a page stay in the table instead of leaving it at 2 KB. Measured likewise on 6,000 rows, milliseconds:
--                          COPY    one sample    names only    delete
--   300 columns   2 KB      194       18             3           39
--                 8 KB      153       11             6           29
--   1,000         2 KB      940       43             5           51
--                 8 KB      488       16             7           34
-- The cost: reading the names alone has to pass the values, and a row just over half a page fills a whole one.
ALTER TABLE "dataset_feature" SET (toast_tuple_target = 8160);
--> statement-breakpoint
-- The pieces are compressed already.
ALTER TABLE "dataset_file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
