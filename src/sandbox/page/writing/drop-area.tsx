import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../text.ts'

type DropAreaProps = {
  readonly className: string
  /** Absent: nothing can be dropped here now. */
  readonly onFiles: ((files: readonly File[]) => Promise<void>) | undefined
  readonly testId?: string
  readonly children: ReactNode
}

/** A part of the page on which files can be dropped; it says so while they are above it. */
export function DropArea({ className, onFiles, testId, children }: DropAreaProps) {
  const words = useWords()
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!onFiles || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  const leave = (event: DragEvent<HTMLElement>) => {
    // Going from one thing in the area to another leaves the first, not the area.
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setIsOver(false)
  }
  const drop = (event: DragEvent) => {
    setIsOver(false)
    if (!onFiles || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: with a keyboard one takes the paper clip
    <section
      className={`${className} drop-area`}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
      data-testid={testId}
    >
      {children}
      {isOver && <div className="drop-here">{words('drop-here')}</div>}
    </section>
  )
}

/** A file that misses the area would else be opened by the browser in place of the page. */
export function useHarmlessDrops(): void {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', stop)
    window.addEventListener('drop', stop)
    return () => {
      window.removeEventListener('dragover', stop)
      window.removeEventListener('drop', stop)
    }
  }, [])
}
