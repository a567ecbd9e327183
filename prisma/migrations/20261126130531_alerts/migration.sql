-- AlterTable
ALTER TABLE "ScoreAlert" ADD COLUMN     "nextAt" TIMESTAMPTZ(3),
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "toldTo" TEXT[],
ADD COLUMN     "why" JSONB NOT NULL;

-- AlterTable
ALTER TABLE "ScoreState" ADD COLUMN     "lookAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "ScoreAlert_nextAt_idx" ON "ScoreAlert"("nextAt");

-- CreateIndex
CREATE INDEX "ScoreState_managerId_lookAt_idx" ON "ScoreState"("managerId", "lookAt");
