import { type RefObject, useEffect, useRef } from 'react'

/** Keeps a list at its newest line whenever `length` grows. */
export function useBottom(length: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list is what it reacts to
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [length])
  return list
}
