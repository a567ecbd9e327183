import { useState } from 'react'
import { useLocale, useWords } from '../text.ts'
import { chosen, type Limits } from './draft.ts'

export type ChosenFiles = {
  readonly files: readonly File[]
  /** What could not be taken or sent, in words. */
  readonly problems: readonly string[]
  readonly add: (files: readonly File[]) => Promise<void>
  readonly remove: (file: File) => void
  /** After sending: these are still to be sent, and why. */
  readonly left: (files: readonly File[], problems: readonly string[]) => void
}

/** The files somebody has chosen to send with their next message. */
export function useFiles(limits: Limits): ChosenFiles {
  const words = useWords()
  const locale = useLocale()
  const [files, setFiles] = useState<readonly File[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const left = (still: readonly File[], why: readonly string[]) => {
    setFiles(still)
    setProblems(why)
  }
  return {
    files,
    problems,
    left,
    remove: (file) =>
      left(
        files.filter((other) => other !== file),
        [],
      ),
    add: async (added) => {
      const after = await chosen(files, added, limits, words, locale)
      left(after.files, after.problems)
    },
  }
}
