import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useDialog } from '../a11y/use-dialog'
import type { PhotoViewer, PhotoViewerWords } from './media-types'
import './photo-viewer.scss'

/** A full-page photo viewer, closed by the browser's back button or Escape. */
export function usePhotoViewer(urls: readonly string[], label: string, words: PhotoViewerWords): PhotoViewer {
  const [index, open] = useState<number>()
  const close = () => open(undefined)
  return {
    open,
    view:
      index !== undefined &&
      createPortal(<Viewer {...{ urls, label, words, index, close }} />, document.body),
  }
}

interface ViewerProps {
  urls: readonly string[]
  label: string
  words: PhotoViewerWords
  index: number
  close(): void
}

function Viewer({ urls, label, words, index, close }: ViewerProps) {
  const dialog = useDialog(label, close)
  const row = useRef<HTMLDivElement>(null)
  const swipe = (by: number) => row.current?.scrollBy({ left: by * row.current.clientWidth })
  useEffect(() => {
    if (row.current) row.current.scrollLeft = index * row.current.clientWidth
  }, [index])
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') swipe(1)
    if (key === 'ArrowLeft') swipe(-1)
  }
  return (
    <div className="photo-viewer" role="dialog" {...dialog} onKeyDown={onKeyDown}>
      <div className="photo-viewer__row" ref={row}>
        {urls.map((url, i) => (
          <img key={url} className="photo-viewer__photo" src={url} alt={words.photo(i + 1, urls.length)} />
        ))}
      </div>
      <button type="button" className="photo-viewer__close" aria-label={words.close} onClick={close}>
        ×
      </button>
    </div>
  )
}
