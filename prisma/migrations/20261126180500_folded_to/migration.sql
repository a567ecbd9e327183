-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "foldedTo" INTEGER NOT NULL DEFAULT 0;

-- What is folded already is not folded again.
update "Client" c set "foldedTo" = s."chainSeq" from "ScoreState" s where s."clientId" = c.id and s."managerId" = '';

-- Empty while nothing has grown: whoever looks for it each second reads next to nothing, however many clients there are.
create index "Client_grown" on "Client" (id) where "chainLength" > "foldedTo";
