import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria, heading } from '@/platform/a11y/aria'
import { useAutofocusHeading } from '@/platform/a11y/focus'
import { Button } from '@/ui/button/button'
import './side-pane.scss'

type SidePaneProps = PropsWithChildren<{
  title: string
  /** The element id of the title, which takes the focus when another thing is opened. */
  titleId: string
  foot?: ReactNode
  /** A button that closes the pane. */
  close?: { words: string; onPress(): void }
}>

/** A thing that is opened beside a list: its title, its details, and the next step at the foot. */
export function SidePane({ title, titleId, foot, close, children }: SidePaneProps) {
  // what was loading is replaced, and with it the title that had the focus
  const autofocus = useAutofocusHeading()
  return (
    <View className="side-pane">
      <View className="side-pane__head">
        <Text className="side-pane__title" {...heading(2)} {...aria({ id: titleId })} {...autofocus}>
          {title}
        </Text>
        {close && (
          <Button kind="line" size="small" onPress={close.onPress}>
            {close.words}
          </Button>
        )}
      </View>
      {children}
      {foot && <View className="side-pane__foot">{foot}</View>}
    </View>
  )
}
