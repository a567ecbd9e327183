-- CreateEnum
CREATE TYPE "AbsenceState" AS ENUM ('planned', 'running', 'over');

-- CreateEnum
CREATE TYPE "Duty" AS ENUM ('intake', 'running', 'finance', 'growth');

-- CreateEnum
CREATE TYPE "AssignmentMethod" AS ENUM ('round_robin', 'by_load', 'named');

-- CreateEnum
CREATE TYPE "LeadState" AS ENUM ('new', 'qualified', 'won', 'lost');

-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'handed_over';

-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "assignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "formerId" UUID,
ADD COLUMN     "lead" "LeadState",
ADD COLUMN     "leadSince" TIMESTAMPTZ(3),
ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "lostAt" TIMESTAMPTZ(3),
ADD COLUMN     "lostReason" TEXT,
ADD COLUMN     "qualifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "tellManager" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wonAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "toShow" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "seesMoney" BOOLEAN;

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "clientId" UUID,
    "standInId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "note" TEXT,
    "setById" UUID,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "state" "AbsenceState" NOT NULL DEFAULT 'planned',

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "duty" "Duty" NOT NULL,
    "leadId" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DepartmentMember" (
    "departmentId" UUID NOT NULL,
    "staffId" UUID NOT NULL,

    CONSTRAINT "DepartmentMember_pkey" PRIMARY KEY ("departmentId","staffId")
);

-- CreateTable
CREATE TABLE "AssignmentRule" (
    "position" INTEGER NOT NULL,
    "tiers" TEXT[],
    "stage" "ClientStage",
    "languages" "Locale"[],
    "method" "AssignmentMethod" NOT NULL,
    "people" TEXT[],
    "grades" "Grade"[],
    "employments" "Employment"[],

    CONSTRAINT "AssignmentRule_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE INDEX "Absence_staffId_state_idx" ON "Absence"("staffId", "state");

-- CreateIndex
CREATE INDEX "Absence_standInId_state_idx" ON "Absence"("standInId", "state");

-- CreateIndex
CREATE INDEX "Absence_state_from_idx" ON "Absence"("state", "from");

-- CreateIndex
CREATE INDEX "Absence_state_until_idx" ON "Absence"("state", "until");

-- CreateIndex
CREATE UNIQUE INDEX "Department_key_key" ON "Department"("key");

-- CreateIndex
CREATE INDEX "Department_leadId_idx" ON "Department"("leadId");

-- CreateIndex
CREATE INDEX "DepartmentMember_staffId_idx" ON "DepartmentMember"("staffId");

-- CreateIndex
CREATE INDEX "Client_formerId_idx" ON "Client"("formerId");

-- CreateIndex
CREATE INDEX "Relay_assigneeId_idx" ON "Relay"("assigneeId");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DepartmentMember" ADD CONSTRAINT "DepartmentMember_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DepartmentMember" ADD CONSTRAINT "DepartmentMember_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_formerId_fkey" FOREIGN KEY ("formerId") REFERENCES "Client"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a sweep has to do, found at a cost that does not grow with what is done.
create index "Relay_to_show" on "Relay" (number) where "toShow";
create index "Client_to_tell" on "Client" (id) where "tellManager";
alter table "Absence" add constraint "Absence_ends_after_it_begins" check ("until" is null or "until" > "from");
alter table "Absence" add constraint "Absence_not_their_own_stand_in" check ("standInId" is null or "standInId" <> "staffId");
create index "Relay_under_way" on "Relay" ("clientId") where status in ('gathering', 'waiting', 'returned');

-- Managers and leads hear of clients that are theirs, or nobody's.
alter table "OutboxItem" drop constraint "approved_or_notice";
alter table "OutboxItem" add constraint "approved_or_notice" check (
  case kind
    when 'final' then
      audience in ('client', 'team') and "relayId" is not null and "versionId" is not null and "versionKind" is not null
      and "versionKind" = 'final' and "bodyHash" is not null and template is null and payload is null
    when 'notice' then
      "versionId" is null and "versionKind" is null and "bodyHash" is null and template is not null and payload is not null
      and payload ->> 'template' = template
      and case audience
        when 'client' then template in
          ('received', 'welcome', 'greeting', 'invitation_refused', 'help', 'language_choose', 'language_set', 'group_linked',
           'file_not_taken')
        when 'team' then template in ('state', 'returned', 'rejected', 'trouble', 'file_not_taken', 'reacted')
        when 'manager' then template in ('card', 'card_files', 'trouble', 'assigned', 'unassigned')
      end
  end
);
