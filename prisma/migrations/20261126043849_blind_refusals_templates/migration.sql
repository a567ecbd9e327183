-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('agency', 'first_name');

-- CreateEnum
CREATE TYPE "MaskedKind" AS ENUM ('contact', 'phone', 'email', 'handle');

-- CreateEnum
CREATE TYPE "TemplateKind" AS ENUM ('refusal', 'canned');

-- CreateEnum
CREATE TYPE "Tone" AS ENUM ('plain', 'warm', 'firm');

-- CreateEnum
CREATE TYPE "RefusalReason" AS ENUM ('scope', 'budget', 'deadline', 'quality', 'policy', 'capacity', 'other');

-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'declined';

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "voice" "Voice" NOT NULL DEFAULT 'agency';

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MaskedWord" (
    "clientId" UUID NOT NULL,
    "kind" "MaskedKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "MaskedWord_pkey" PRIMARY KEY ("clientId","kind","number")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "kind" "TemplateKind" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "tone" "Tone",
    "reason" "RefusalReason",
    "active" BOOLEAN NOT NULL DEFAULT true,
    "usedCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Boundary" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "relayId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "reason" "RefusalReason" NOT NULL,
    "ask" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Boundary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MaskedWord_clientId_kind_value_key" ON "MaskedWord"("clientId", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "Template_key_locale_key" ON "Template"("key", "locale");

-- CreateIndex
CREATE INDEX "Boundary_clientId_at_idx" ON "Boundary"("clientId", "at");

-- AddForeignKey
ALTER TABLE "MaskedWord" ADD CONSTRAINT "MaskedWord_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Boundary" ADD CONSTRAINT "Boundary_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Boundary" ADD CONSTRAINT "Boundary_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Boundary" ADD CONSTRAINT "Boundary_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
