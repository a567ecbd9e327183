import type { Locale } from '../../../core/ids.ts'
import { sizeOf } from '../size.ts'
import type { Words } from '../text.ts'

/** What somebody is about to say: words, files, or both. */
export type Draft = { readonly text: string; readonly files: readonly File[] }

export const NOTHING: Draft = { text: '', files: [] }

/** What became of sending: what is still to be sent, and why that could not be. */
export type Sent = { readonly left: Draft; readonly problem?: unknown }

/** Tells how far it has come while it is being sent. */
export type Tell = (step: { readonly number: number; readonly count: number; readonly name: string }) => void

export type Limits = {
  /** Files of one message. */
  readonly files: number
  /** Bytes of all of them together. */
  readonly bytes: number
}

/** The files that can be added to those chosen before, and in words why the others cannot. */
export async function chosen(
  before: readonly File[],
  added: readonly File[],
  limits: Limits,
  words: Words,
  locale: Locale,
): Promise<{ files: readonly File[]; problems: readonly string[] }> {
  const files = [...before]
  const problems: string[] = []
  for (const file of added) {
    const problem = files.length >= limits.files ? words('too-many', { max: limits.files }) : await unfit(file, words)
    if (problem !== undefined) problems.push(problem)
    else if (bytesOf([...files, file]) > limits.bytes)
      problems.push(words('too-large', { name: file.name, size: sizeOf(limits.bytes, locale) }))
    else files.push(file)
  }
  return { files, problems: [...new Set(problems)] }
}

/** A folder that is dropped looks like a file until one reads it. */
async function unfit(file: File, words: Words): Promise<string | undefined> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch {
    return words('file-unreadable', { name: file.name })
  }
  return file.size === 0 ? words('file-empty', { name: file.name }) : undefined
}

function bytesOf(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}
