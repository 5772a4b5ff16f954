import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { describeFailure } from '@/locales/failure'
import { alertsWords as words } from '@/locales/message/alerts'
import { Card } from '@/ui/card/card'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import type { ChannelActions } from './use-channels'

interface SectionProps {
  title: string
  /** The channel's state in words. */
  state?: string
  text: string
  /** The result of the last press. */
  message?: string | undefined
  children?: ReactNode
}

/** One channel: its state and the buttons that change it. */
export function AlertSection({ title, state, text, message, children }: SectionProps) {
  return (
    <Card>
      <Heading className="alerts__title">{title}</Heading>
      <Status className="alerts__state">{state}</Status>
      <Text className="alerts__text">{text}</Text>
      {children && <View className="alerts__action">{children}</View>}
      <Status className="alerts__message">{message}</Status>
    </Card>
  )
}

/** Why the last change of a kind failed, in words. */
export function failureOf({ failed }: ChannelActions, kind: ChannelActions['busy']): string | undefined {
  if (failed?.kind !== kind || !failed) return undefined
  return failed.cause === 'unreachable' ? words.push.failed : describeFailure(failed.cause)
}
