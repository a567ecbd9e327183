import { ActionIcon, CloseButton, FileButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { sizeOf } from '../size.ts'
import { useLocale, useWords } from '../text.ts'
import type { ChosenFiles } from './use-files.ts'

type AttachProps = {
  readonly onFiles: (files: readonly File[]) => Promise<void>
  readonly isBusy: boolean
  readonly testId: string
}

/** The paper clip. */
export function AttachButton({ onFiles, isBusy, testId }: AttachProps) {
  const words = useWords()
  const forget = useRef<() => void>(null)
  const onChange = (files: File[]) => {
    void onFiles(files)
    // Else the same file could not be chosen again after it was taken off.
    forget.current?.()
  }
  return (
    <FileButton multiple onChange={onChange} resetRef={forget} inputProps={{ 'aria-label': words('attach') }}>
      {(props) => (
        <ActionIcon
          {...props}
          variant="subtle"
          color="gray"
          size="lg"
          disabled={isBusy}
          aria-label={words('attach')}
          title={words('attach')}
          data-testid={testId}
        >
          📎
        </ActionIcon>
      )}
    </FileButton>
  )
}

/** The files that will go with the words, and what is wrong with them. */
export function FileChips({ chosen, isBusy }: { readonly chosen: ChosenFiles; readonly isBusy: boolean }) {
  const words = useWords()
  const locale = useLocale()
  const { files, problems, remove } = chosen
  return (
    <>
      {files.length > 0 && (
        <ul className="chips">
          {files.map((file, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
            <li key={`${file.name}-${i}`} className="chip" data-testid="chosen-file">
              <Thumbnail file={file} />
              <span className="chip-name" title={file.name}>
                {file.name}
              </span>
              <span className="dim">{sizeOf(file.size, locale)}</span>
              <CloseButton
                size="xs"
                disabled={isBusy}
                aria-label={words('take-off', { name: file.name })}
                onClick={() => remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <ul className="composer-line problem small" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const SIDE = 32

/** A small picture of a picture. Drawn on a canvas, because the page's rules let no address in that is not the sandbox's own. */
function Thumbnail({ file }: { readonly file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isPicture = file.type.startsWith('image/')
  useEffect(() => {
    if (!isPicture) return
    let isGone = false
    createImageBitmap(file).then(
      (picture) => {
        if (!isGone) drawCovering(canvas.current, picture)
        picture.close()
      },
      // No picture the browser knows: the square stays empty, the name stands beside it.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [file, isPicture])
  return isPicture ? <canvas className="thumbnail" ref={canvas} width={SIDE} height={SIDE} /> : <span>📄</span>
}

function drawCovering(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
  const { width, height } = picture
  const side = Math.min(width, height)
  canvas?.getContext('2d')?.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE)
}
