import type { Files } from '../../files.ts'

const PREVIEW_MAX = 400
const PREVIEW_LINES = 5

/** The beginning of a snippet, as Slack shows it under the message. */
export async function previewOf(files: Files, sha256: string): Promise<string> {
  const beginning: Buffer[] = []
  for await (const chunk of files.open(sha256)) {
    beginning.push(chunk as Buffer)
    break
  }
  const text = Buffer.concat(beginning).toString('utf8').slice(0, PREVIEW_MAX)
  return text.split('\n').slice(0, PREVIEW_LINES).join('\n')
}
