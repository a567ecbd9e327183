-- AlterTable
ALTER TABLE "RelayPart" ADD COLUMN     "answers" JSONB;

-- AlterTable
ALTER TABLE "RelayVersion" ADD COLUMN     "quotes" JSONB;
