import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren } from 'react'
import { aria } from '@/platform/a11y/aria'
import { scrolledByKeys, usePageFocus } from '@/platform/a11y/focus'
import { usePageTitle } from '@/platform/navigation/page-title'
import './board.scss'

type BoardFrameProps = PropsWithChildren<{ title: string; kind: string; columns?: number }>

/** The frame of the big screen: no bar, and sizes that follow the window, so that a room can read it. */
export function BoardFrame({ title, kind, columns, children }: BoardFrameProps) {
  usePageTitle(title)
  const focus = usePageFocus()
  return (
    <View
      className={`board board--${kind}`}
      {...(columns === undefined ? {} : { style: { '--columns': columns } as CSSProperties })}
      {...focus}
      {...scrolledByKeys}
      {...aria({ role: 'main' })}
    >
      {children}
    </View>
  )
}
