-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "withholdsFiles" BOOLEAN NOT NULL DEFAULT false;
