import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { heading } from '@/platform/heading'

/** One question on the screen: its title, the answer, and what stays at the bottom. */
export function QuestionFrame({
  title,
  foot,
  children,
}: PropsWithChildren<{ title: string; foot?: ReactNode }>) {
  return (
    <>
      <View className="question">
        <Text className="question__title" {...heading(2)}>
          {title}
        </Text>
        <View className="question__body">{children}</View>
      </View>
      {foot && <View className="question__foot">{foot}</View>}
    </>
  )
}
