/**
 * Everything a person reads, in Russian and in English, in Project Fluent's format. Each folder that speaks keeps its own
 * table beside it and makes its `say` here; a table whose languages differ in their messages does not start.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { LOCALES, type Locale } from './ids.ts'

export type Say = (locale: Locale, id: string, args?: Record<string, FluentVariable>) => string

/** Fluent sources by language -> a function that says message `id`. Throws for an unknown id or a missing argument: a bug. */
export function texts(sources: Record<Locale, string>): Say {
  const bundles = new Map(LOCALES.map((locale) => [locale, bundleFor(locale, sources[locale])]))
  return (locale, id, args) => {
    const bundle = bundles.get(locale)
    const pattern = bundle?.getMessage(id)?.value
    if (!bundle || !pattern) throw new Error(`no text "${id}" in "${locale}"`)
    const errors: Error[] = []
    const text = bundle.formatPattern(pattern, args ?? null, errors)
    if (errors[0]) throw new Error(`text "${id}" in "${locale}": ${errors[0].message}`)
    return text
  }
}

function bundleFor(locale: Locale, source: string): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const [error] = bundle.addResource(new FluentResource(source))
  if (error) throw error
  return bundle
}

/** The ids a source defines: a test compares the languages by it. */
export function idsOf(source: string): string[] {
  return [...new FluentResource(source).body].map((entry) => entry.id).sort()
}
