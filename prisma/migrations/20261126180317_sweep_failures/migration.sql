-- CreateTable
CREATE TABLE "SweepFailure" (
    "sweep" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "failures" INTEGER NOT NULL,
    "error" TEXT NOT NULL,
    "failedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SweepFailure_pkey" PRIMARY KEY ("sweep","rowId")
);
