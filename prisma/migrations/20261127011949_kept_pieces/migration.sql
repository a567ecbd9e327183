-- AlterTable
ALTER TABLE "OutboxItem" ADD COLUMN     "keptPieces" INTEGER NOT NULL DEFAULT 0;
