import { Alert, Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { LOCALES, type Locale, localeFor } from '../../core/ids.ts'
import { Phone } from './phone/phone.tsx'
import { Workspace } from './slack/workspace.tsx'
import { LocaleContext, useReason, useWords } from './text.ts'
import { Tools } from './tools.tsx'
import { ActContext, acting, useSandbox } from './use-sandbox.ts'
import { useHarmlessDrops } from './writing/drop-area.tsx'

/** A choice that is remembered by this browser. */
function useKept<T extends string>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => (localStorage.getItem(key) as T | null) ?? initial)
  return [
    value,
    (next) => {
      localStorage.setItem(key, next)
      setValue(next)
    },
  ]
}

export function App() {
  const [locale, setLocale] = useKept<Locale>('locale', localeFor(navigator.language, 'en'))
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <LocaleContext.Provider value={LOCALES.includes(locale) ? locale : 'en'}>
      <Page locale={locale} setLocale={setLocale} />
    </LocaleContext.Provider>
  )
}

function Page({ locale, setLocale }: { locale: Locale; setLocale: (locale: Locale) => void }) {
  const words = useWords()
  const reason = useReason()
  const { state, gone } = useSandbox()
  const [problem, setProblem] = useState<unknown>()
  const [hint, setHint] = useKept<'shown' | 'closed'>('hint', 'shown')
  const [side, setSide] = useState<'phone' | 'slack'>('phone')
  const act = useMemo(() => acting(setProblem), [])
  useHarmlessDrops()
  return (
    <ActContext.Provider value={act}>
      <div className="page">
        <header className="bar">
          <Title order={1} size="h4">
            Liaison <span className="dim">· {words('title')}</span>
          </Title>
          <Group gap="sm">
            <SegmentedControl
              className="sides"
              size="xs"
              value={side}
              onChange={(value) => setSide(value as 'phone' | 'slack')}
              data={[
                { value: 'phone', label: 'Telegram' },
                { value: 'slack', label: 'Slack' },
              ]}
            />
            {state && <Tools faults={state.faults} calls={state.calls} />}
            <SegmentedControl
              size="xs"
              aria-label={words('language')}
              value={locale}
              onChange={(value) => setLocale(value as Locale)}
              data={LOCALES.map((name) => ({ value: name, label: name.toUpperCase() }))}
            />
          </Group>
        </header>
        {gone && (
          <Alert color="red" role="alert" m="xs">
            {words('gone')}
          </Alert>
        )}
        {problem !== undefined && (
          <Alert
            color="orange"
            role="alert"
            m="xs"
            withCloseButton
            onClose={() => setProblem(undefined)}
            closeButtonLabel={words('close')}
          >
            {words('failed', { why: reason(problem) })}
          </Alert>
        )}
        {hint === 'shown' && <Hint onClose={() => setHint('closed')} />}
        {state ? (
          <main className={`sides-${side}`}>
            <Phone telegram={state.telegram} />
            <Workspace slack={state.slack} />
          </main>
        ) : (
          <Text p="xl">{words('loading')}</Text>
        )}
      </div>
    </ActContext.Provider>
  )
}

function Hint({ onClose }: { onClose: () => void }) {
  const words = useWords()
  return (
    <section className="hint" data-testid="hint">
      <strong>{words('hint-title')}</strong>
      <ol>
        <li>{words('hint-1')}</li>
        <li>{words('hint-2')}</li>
        <li>{words('hint-3')}</li>
      </ol>
      <Button size="compact-sm" variant="light" onClick={onClose}>
        {words('hint-close')}
      </Button>
    </section>
  )
}
