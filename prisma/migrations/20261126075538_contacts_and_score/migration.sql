-- CreateEnum
CREATE TYPE "ContactPointKind" AS ENUM ('phone', 'email');

-- CreateEnum
CREATE TYPE "ComplaintState" AS ENUM ('open', 'resolved', 'dismissed');

-- CreateEnum
CREATE TYPE "ScoreAlertKind" AS ENUM ('watch', 'alarm', 'breach', 'cooling', 'complaint', 'single_threaded');

-- CreateEnum
CREATE TYPE "ScoreAlertState" AS ENUM ('open', 'snoozed', 'dismissed', 'over');

-- CreateEnum
CREATE TYPE "ModelKind" AS ENUM ('bg_nbd', 'gamma_gamma', 'sbg');

-- AlterEnum
ALTER TYPE "InteractionKind" ADD VALUE 'contact';

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "mailDomains" TEXT[],
ADD COLUMN     "score" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "segment" TEXT;

-- AlterTable
ALTER TABLE "Interaction" ADD COLUMN     "confidence" DOUBLE PRECISION,
ADD COLUMN     "durationSeconds" INTEGER,
ADD COLUMN     "managerId" UUID,
ADD COLUMN     "missed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "thread" TEXT;

-- CreateTable
CREATE TABLE "ContactPoint" (
    "kind" "ContactPointKind" NOT NULL,
    "value" TEXT NOT NULL,
    "contactId" UUID,
    "staffId" UUID,

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "ReasonCorrection" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "chainSeq" INTEGER NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "interactionId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "complaintId" UUID,
    "staffId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReasonCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyReason" (
    "key" TEXT NOT NULL,
    "parent" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "AgencyReason_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "interactionId" UUID NOT NULL,
    "state" "ComplaintState" NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolutionId" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "note" TEXT,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnmatchedContact" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "pointKind" "ContactPointKind" NOT NULL,
    "value" TEXT NOT NULL,
    "name" TEXT,
    "direction" "InteractionDirection" NOT NULL,
    "staffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationSeconds" INTEGER,
    "missed" BOOLEAN NOT NULL DEFAULT false,
    "thread" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "matchedAt" TIMESTAMPTZ(3),
    "dismissedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnmatchedContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceCursor" (
    "source" TEXT NOT NULL,
    "position" JSONB NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,

    CONSTRAINT "SourceCursor_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "ScoreState" (
    "clientId" UUID NOT NULL,
    "managerId" TEXT NOT NULL DEFAULT '',
    "key" TEXT NOT NULL,
    "chainSeq" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB,
    "checkpoints" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ScoreState_pkey" PRIMARY KEY ("clientId","managerId")
);

-- CreateTable
CREATE TABLE "ScoreSnapshot" (
    "clientId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "attention" DOUBLE PRECISION NOT NULL,
    "alertAny" TEXT NOT NULL,
    "alertClient" TEXT NOT NULL,
    "trend" TEXT,
    "managerId" UUID,

    CONSTRAINT "ScoreSnapshot_pkey" PRIMARY KEY ("clientId","day")
);

-- CreateTable
CREATE TABLE "ScoreAlert" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "kind" "ScoreAlertKind" NOT NULL,
    "about" TEXT NOT NULL,
    "state" "ScoreAlertState" NOT NULL DEFAULT 'open',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "snoozedUntil" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "escalatedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "note" TEXT,

    CONSTRAINT "ScoreAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelFit" (
    "id" UUID NOT NULL,
    "kind" "ModelKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "n" INTEGER NOT NULL,
    "params" JSONB,
    "logLikelihood" DOUBLE PRECISION,
    "note" TEXT,

    CONSTRAINT "ModelFit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientForecast" (
    "clientId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "pAlive" DOUBLE PRECISION NOT NULL,
    "expected60" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ClientForecast_pkey" PRIMARY KEY ("clientId")
);

-- CreateIndex
CREATE INDEX "ContactPoint_contactId_idx" ON "ContactPoint"("contactId");

-- CreateIndex
CREATE INDEX "ContactPoint_staffId_idx" ON "ContactPoint"("staffId");

-- CreateIndex
CREATE INDEX "ReasonCorrection_interactionId_chainSeq_idx" ON "ReasonCorrection"("interactionId", "chainSeq");

-- CreateIndex
CREATE INDEX "ReasonCorrection_at_idx" ON "ReasonCorrection"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ReasonCorrection_clientId_chainSeq_key" ON "ReasonCorrection"("clientId", "chainSeq");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_interactionId_key" ON "Complaint"("interactionId");

-- CreateIndex
CREATE INDEX "Complaint_clientId_state_idx" ON "Complaint"("clientId", "state");

-- CreateIndex
CREATE INDEX "Complaint_state_openedAt_idx" ON "Complaint"("state", "openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "UnmatchedContact_source_key" ON "UnmatchedContact"("source");

-- CreateIndex
CREATE INDEX "UnmatchedContact_pointKind_value_idx" ON "UnmatchedContact"("pointKind", "value");

-- CreateIndex
CREATE INDEX "UnmatchedContact_at_idx" ON "UnmatchedContact"("at");

-- CreateIndex
CREATE INDEX "ScoreSnapshot_day_idx" ON "ScoreSnapshot"("day");

-- CreateIndex
CREATE INDEX "ScoreSnapshot_managerId_day_idx" ON "ScoreSnapshot"("managerId", "day");

-- CreateIndex
CREATE INDEX "ScoreAlert_state_openedAt_idx" ON "ScoreAlert"("state", "openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ScoreAlert_clientId_kind_about_key" ON "ScoreAlert"("clientId", "kind", "about");

-- CreateIndex
CREATE INDEX "ModelFit_kind_at_idx" ON "ModelFit"("kind", "at");

-- CreateIndex
CREATE INDEX "Interaction_clientId_at_id_idx" ON "Interaction"("clientId", "at", "id");

-- CreateIndex
CREATE INDEX "Interaction_managerId_at_idx" ON "Interaction"("managerId", "at");

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReasonCorrection" ADD CONSTRAINT "ReasonCorrection_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReasonCorrection" ADD CONSTRAINT "ReasonCorrection_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReasonCorrection" ADD CONSTRAINT "ReasonCorrection_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReasonCorrection" ADD CONSTRAINT "ReasonCorrection_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "Interaction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreState" ADD CONSTRAINT "ScoreState_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreSnapshot" ADD CONSTRAINT "ScoreSnapshot_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreAlert" ADD CONSTRAINT "ScoreAlert_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreAlert" ADD CONSTRAINT "ScoreAlert_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientForecast" ADD CONSTRAINT "ClientForecast_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A contact point is of one person, and in the one form in which it is looked up.
alter table "ContactPoint" add constraint "of_one_person" check (num_nonnulls("contactId", "staffId") = 1);
alter table "ContactPoint" add constraint "in_one_form" check (
  (kind = 'phone' and value ~ '^\+[0-9]{5,15}$') or (kind = 'email' and value = lower(value) and value like '_%@_%'));

alter table "Interaction" add constraint "known_channel"
  check (channel in ('messenger', 'team', 'phone', 'video', 'in_person', 'email'));
alter table "Interaction" add constraint "confidence_is_a_share" check (confidence between 0 and 1);

-- A complaint is closed by somebody, or is open.
alter table "Complaint" add constraint "closed_when_closed" check ((state = 'open') = ("closedAt" is null));

-- The log only grows, and so does what people say of it.
create trigger "only_grows" before update or delete on "ReasonCorrection" for each row execute function only_grows();
create trigger "only_grows_whole" before truncate on "ReasonCorrection" execute function only_grows();

-- What nobody has been found for yet.
create index "UnmatchedContact_waits" on "UnmatchedContact" (at) where "matchedAt" is null and "dismissedAt" is null;
