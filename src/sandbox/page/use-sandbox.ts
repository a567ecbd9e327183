import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { SandboxView } from '../view.ts'
import { act, loadState } from './api.ts'

const TOGETHER_MS = 60
const AGAIN_MS = 2_000

export type Sandbox = { readonly state: SandboxView | undefined; readonly gone: boolean }

/** The sandbox's state, always the newest: loaded again at every change that it tells of. */
export function useSandbox(): Sandbox {
  const [state, setState] = useState<SandboxView>()
  const [gone, setGone] = useState(false)
  const pending = useRef<number | undefined>(undefined)

  const load = useCallback(async () => {
    try {
      setState(await loadState())
      setGone(false)
    } catch {
      setGone(true)
    }
  }, [])
  const soon = useCallback(() => {
    if (pending.current !== undefined) return
    pending.current = window.setTimeout(() => {
      pending.current = undefined
      void load()
    }, TOGETHER_MS)
  }, [load])

  useEffect(() => {
    const events = new EventSource('control/events')
    events.addEventListener('open', soon)
    events.addEventListener('change', soon)
    events.addEventListener('error', () => setGone(true))
    const again = window.setInterval(() => {
      if (events.readyState !== EventSource.OPEN) void load()
    }, AGAIN_MS)
    void load()
    return () => {
      events.close()
      window.clearInterval(again)
    }
  }, [load, soon])
  return { state, gone }
}

export type Act = (path: string, body: object) => Promise<boolean>

/** Does something as a person; what went wrong is shown by the page. True: it was done. */
export const ActContext = createContext<Act>(async () => false)

export function useAct(): Act {
  return useContext(ActContext)
}

export function acting(onProblem: (why: unknown) => void): Act {
  return async (path, body) => {
    try {
      await act(path, body)
      return true
    } catch (error) {
      onProblem(error)
      return false
    }
  }
}
