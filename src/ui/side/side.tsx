import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { heading } from '@/platform/a11y/aria'
import './side.scss'

interface SideProps {
  title: string
  rows: readonly string[]
  /** How it looks there, beside its words. */
  picture?: ReactNode
}

/** What one of two phones says where they differ. */
export function Side({ title, rows, picture }: SideProps) {
  return (
    <View className="side">
      {picture}
      <View className="side__words">
        <Text className="side__title" {...heading(3)}>
          {title}
        </Text>
        {rows.map((row) => (
          <Text key={row} className="side__row">
            {row}
          </Text>
        ))}
      </View>
    </View>
  )
}
