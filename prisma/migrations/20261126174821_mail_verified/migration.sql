-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "countsUnverified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mailVerifiers" TEXT[];

-- AlterTable
ALTER TABLE "Interaction" ADD COLUMN     "unverified" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "UnmatchedContact" ADD COLUMN     "unverified" BOOLEAN NOT NULL DEFAULT false;
