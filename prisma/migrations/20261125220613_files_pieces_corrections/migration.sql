-- CreateEnum
CREATE TYPE "RelayKind" AS ENUM ('message', 'correction', 'removal');

-- CreateEnum
CREATE TYPE "ItemOp" AS ENUM ('post', 'rewrite', 'remove', 'follow');

-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'confirmed';

-- AlterEnum
ALTER TYPE "InteractionKind" ADD VALUE 'reaction';

-- AlterTable
ALTER TABLE "Agency" ADD COLUMN     "typingSeconds" INTEGER NOT NULL DEFAULT 60;

-- AlterTable
ALTER TABLE "OutboxItem" ADD COLUMN     "op" "ItemOp" NOT NULL DEFAULT 'post',
ADD COLUMN     "sentPieces" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "trace" TEXT;

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "correctsId" UUID,
ADD COLUMN     "kind" "RelayKind" NOT NULL DEFAULT 'message';

-- AlterTable
ALTER TABLE "RemoteMessage" ADD COLUMN     "goneBy" UUID,
ADD COLUMN     "piece" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "File" (
    "sha256" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "mime" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "RemoteFile" (
    "remote" TEXT NOT NULL,
    "platform" "Platform" NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "handle" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RemoteFile_pkey" PRIMARY KEY ("remote")
);

-- CreateIndex
CREATE INDEX "RemoteFile_platform_sha256_idx" ON "RemoteFile"("platform", "sha256");

-- CreateIndex
CREATE INDEX "Relay_correctsId_idx" ON "Relay"("correctsId");

-- CreateIndex
CREATE INDEX "RemoteMessage_itemId_idx" ON "RemoteMessage"("itemId");

-- AddForeignKey
ALTER TABLE "RemoteFile" ADD CONSTRAINT "RemoteFile_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "File"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Relay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's language cannot say. ------------------------------------------------------------------------------------

-- A correction and a removal are about something; a message is not.
alter table "Relay" add constraint "corrects_something" check ((kind = 'message') = ("correctsId" is null));
-- Of what has been delivered one correction or removal waits at a time: the next change extends it.
create unique index "Relay_one_correction_waits" on "Relay" ("correctsId")
  where "correctsId" is not null and status in ('gathering', 'waiting', 'returned');
alter table "OutboxItem" add constraint "pieces_are_counted" check ("sentPieces" >= 0);
alter table "File" add constraint "hash_and_size" check (sha256 ~ '^[0-9a-f]{64}$' and size >= 0);

-- The templates that came since.
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
        when 'manager' then template in ('card', 'card_files', 'trouble')
      end
  end
);
