/** What `liaison guard` does: pairs of texts in, what the guard found out, line by line. No database, no settings. */
import { z } from 'zod'
import { InputError } from '../core/errors.ts'
import { LOCALES, type Locale } from '../core/ids.ts'
import { guard } from '../relay/guard/guard.ts'
import { wordsOf } from '../relay/guard/messages.ts'
import { say } from './text.ts'

const pairSchema = z.object({
  id: z.union([z.string(), z.number()]),
  source: z.string(),
  final: z.string(),
  sourceLang: z.enum(LOCALES).optional(),
  finalLang: z.enum(LOCALES).optional(),
})

/** JSON lines for JSON lines, in order. Throws InputError that names the file and the line. */
export function guardLines(text: string, file: string, locale: Locale): string {
  return text
    .split('\n')
    .map((line, i) => (line.trim() === '' ? undefined : JSON.stringify(guardLine(line, `${file}:${i + 1}`, locale))))
    .filter((line) => line !== undefined)
    .join('\n')
}

function guardLine(line: string, where: string, locale: Locale) {
  const { id, source, final, ...langs } = readPair(line, where, locale)
  const findings = guard(source, final, langs).map((finding) => ({
    severity: finding.severity,
    kind: finding.kind,
    change: finding.change,
    source: finding.source?.text ?? null,
    final: finding.final?.text ?? null,
    message: wordsOf(finding, langs.finalLang ?? locale, 'specialist'),
  }))
  return { id, findings }
}

function readPair(line: string, where: string, locale: Locale): z.infer<typeof pairSchema> {
  const read = pairSchema.safeParse(parsed(line, where, locale))
  if (read.success) return read.data
  const why = read.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
  throw new InputError(say(locale, 'guard-line-wrong', { where, why }))
}

function parsed(line: string, where: string, locale: Locale): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(say(locale, 'guard-line-wrong', { where, why }))
  }
}
