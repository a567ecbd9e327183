-- CreateEnum
CREATE TYPE "Notify" AS ENUM ('all', 'overdue', 'digest');

-- CreateEnum
CREATE TYPE "SlaKind" AS ENUM ('first_answer', 'next_answer', 'decision', 'specialist');

-- CreateEnum
CREATE TYPE "SlaState" AS ENUM ('running', 'met', 'breached', 'stopped');

-- CreateEnum
CREATE TYPE "SlaStep" AS ENUM ('none', 'warned', 'breached', 'deputy', 'lead');

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "digestAt" TEXT NOT NULL DEFAULT '09:30',
ADD COLUMN     "draftHours" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "quietFrom" TEXT,
ADD COLUMN     "quietTo" TEXT,
ADD COLUMN     "sla" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "askedAgainAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "digestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "notify" "Notify" NOT NULL DEFAULT 'all',
ADD COLUMN     "quietFrom" TEXT,
ADD COLUMN     "quietTo" TEXT;

-- CreateTable
CREATE TABLE "SlaClock" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "relayId" UUID NOT NULL,
    "kind" "SlaKind" NOT NULL,
    "state" "SlaState" NOT NULL DEFAULT 'running',
    "staffId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "targetMinutes" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "step" "SlaStep" NOT NULL DEFAULT 'none',
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "SlaClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlaNotice" (
    "clockId" UUID NOT NULL,
    "step" "SlaStep" NOT NULL,
    "staffId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "slot" TEXT,

    CONSTRAINT "SlaNotice_pkey" PRIMARY KEY ("clockId","step","staffId")
);

-- CreateIndex
CREATE INDEX "SlaClock_requestId_idx" ON "SlaClock"("requestId");

-- CreateIndex
CREATE INDEX "SlaNotice_staffId_at_idx" ON "SlaNotice"("staffId", "at");

-- CreateIndex
CREATE INDEX "SlaNotice_slot_idx" ON "SlaNotice"("slot");

-- CreateIndex
CREATE INDEX "Relay_requestId_decidedAt_idx" ON "Relay"("requestId", "decidedAt");

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_relayId_fkey" FOREIGN KEY ("relayId") REFERENCES "Relay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaClock" ADD CONSTRAINT "SlaClock_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaNotice" ADD CONSTRAINT "SlaNotice_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "SlaClock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlaNotice" ADD CONSTRAINT "SlaNotice_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of a request one clock of the client's runs, and one of whoever's turn it is.
create unique index "SlaClock_one_of_client" on "SlaClock" ("requestId") where state = 'running' and kind in ('first_answer', 'next_answer');
create unique index "SlaClock_one_turn" on "SlaClock" ("requestId") where state = 'running' and kind in ('decision', 'specialist');
create index "SlaClock_next" on "SlaClock" ("nextAt") where "nextAt" is not null;
create index "SlaClock_running" on "SlaClock" ("dueAt") where state = 'running';
alter table "SlaClock" add constraint "ended_or_running" check ((state = 'running') = ("stoppedAt" is null) and (state = 'running' or "nextAt" is null));
create index "Relay_by_itself" on "Relay" ("decidedAt") where status = 'approved' and "decidedById" is null;
