-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'unsent';
