import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import './side.scss'

interface ConflictSideProps {
  title: string
  rows: readonly string[]
  /** Thumbnail beside the text. */
  picture?: ReactNode
}

/** One of two conflicting versions: its title and the values that differ. */
export function ConflictSide({ title, rows, picture }: ConflictSideProps) {
  return (
    <View className="side">
      {picture}
      <View className="side__words">
        <Heading level={3} className="side__title">
          {title}
        </Heading>
        <Texts className="side__row" texts={rows} />
      </View>
    </View>
  )
}
