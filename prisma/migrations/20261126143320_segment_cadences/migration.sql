-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "cadences" JSONB NOT NULL DEFAULT '{}';
