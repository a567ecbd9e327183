-- AlterTable
ALTER TABLE "RemoteFile" ADD COLUMN     "name" TEXT;
