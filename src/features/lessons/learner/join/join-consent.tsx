import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lessonJoinWords as words } from '@/locales/lesson/lesson-join'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import { type Membership, useAttendedLesson } from '../membership'
import type { FoundLesson } from './use-join'
import './join-consent.scss'

interface JoinConsentProps {
  lesson: FoundLesson
  isJoining: boolean
  error: ReactNode
  onJoin(): void
  onRefuse(): void
  /** Returns to the lesson that the phone is in. */
  onReturn(): void
}

/** Says what a trainer sees of a learner, and asks whether to join the lesson, or to change to it from another one. */
export function JoinConsent({ lesson, error, ...answers }: JoinConsentProps) {
  const membership = useAttendedLesson((store) => store.membership)
  const current = membership?.lessonId === lesson.id ? null : membership
  return (
    <Page title={words.title} foot={<Answers current={current} {...answers} />}>
      <View className="join-consent">
        <Heading className="join-consent__title">{words.found(lesson.centre.name)}</Heading>
        {current && (
          <Text className="join-consent__change">{words.change(current.centre, current.seat)}</Text>
        )}
        <Parts icon="show" title={words.seen} parts={words.seenParts} />
        <Parts icon="hide" title={words.unseen} parts={words.unseenParts} />
        <Text>{words.kind(lesson.kind) + words.anytime}</Text>
        {error}
      </View>
    </Page>
  )
}

function Parts({ icon, title, parts }: { icon: IconName; title: string; parts: readonly string[] }) {
  return (
    <Card>
      <View className="join-consent__row">
        <View className={`join-consent__icon join-consent__icon--${icon}`}>
          <Icon name={icon} size={28} />
        </View>
        <View className="join-consent__words">
          <Text className="join-consent__part-title">{title}</Text>
          <Text className="join-consent__parts">{parts.join('、')}</Text>
        </View>
      </View>
    </Card>
  )
}

type AnswersProps = Pick<JoinConsentProps, 'isJoining' | 'onJoin' | 'onRefuse' | 'onReturn'> & {
  current: Membership | null
}

function Answers({ current, isJoining, onJoin, onRefuse, onReturn }: AnswersProps) {
  return (
    <View className="join-consent__answers">
      <Button busy={isJoining && words.joining} onPress={onJoin}>
        {current ? words.changeYes : words.join}
      </Button>
      <Button kind="line" disabled={isJoining} onPress={current ? onReturn : onRefuse}>
        {current ? words.changeNo : words.refuse}
      </Button>
    </View>
  )
}
