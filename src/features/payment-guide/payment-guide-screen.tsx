import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { onlineMethods } from '@/domain/payment'
import { type LegalSubject, legalSubjects } from '@/domain/payment-rights'
import { describeFailure } from '@/locales/failure'
import { paymentGuideWords as words } from '@/locales/payment-guide'
import { aria, heading } from '@/platform/a11y/aria'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { MethodCard } from './method-card'
import './payment-guide.scss'

type Rights = RouteReply<'GET /api/shops/:shopId/payment-rights'>

/** How a seller can be paid: what is on, what is not and why, and which papers an application needs. */
export function PaymentGuideScreen({ shopId }: { shopId: Id }) {
  const read = useCall('GET /api/shops/:shopId/payment-rights', { params: { shopId } })
  const { data, failure, reload } = read
  useReturnToPage(() => void reload())
  return (
    <Page title={words.title}>
      <View className="payment-guide">
        {data && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {data && <Guide rights={data} />}
        {!data && !failure && <Skeleton />}
        {!data && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      </View>
    </Page>
  )
}

function Guide({ rights }: { rights: Rights }) {
  const [chosen, setChosen] = useState<LegalSubject>('micro')
  const isKnown = rights.subject !== 'none'
  const subject = isKnown ? rights.subject : chosen
  return (
    <>
      <Card>
        <Text className="payment-guide__title" {...heading(2)}>
          {words.inPerson}
        </Text>
        <Text className="payment-guide__state payment-guide__state--on">{words.on}</Text>
        <Text className="payment-guide__text">{words.inPersonText}</Text>
        <Text className="payment-guide__text">{words.codeRule}</Text>
      </Card>
      <Card>
        <Text className="payment-guide__title" {...heading(2)}>
          {isKnown ? words.subjectKnown : words.subject}
        </Text>
        {isKnown ? (
          <Text className="payment-guide__text">{words.subjects[subject]}</Text>
        ) : (
          <SubjectChoices chosen={subject} onChoose={setChosen} />
        )}
      </Card>
      {onlineMethods.map((method) => (
        <MethodCard
          key={method}
          method={method}
          subject={subject}
          isSent={isKnown}
          grants={rights.grants}
          isConnected={rights.connected.includes(method)}
        />
      ))}
    </>
  )
}

interface SubjectChoicesProps {
  chosen: LegalSubject
  onChoose(subject: LegalSubject): void
}

function SubjectChoices({ chosen, onChoose }: SubjectChoicesProps) {
  return (
    <View {...aria({ role: 'radiogroup', label: words.subject })}>
      {legalSubjects
        .filter((subject) => subject !== 'none')
        .map((subject) => (
          <Choice
            key={subject}
            words={words.subjects[subject]}
            note={words.subjectNotes[subject]}
            chosen={subject === chosen}
            onPress={() => onChoose(subject)}
          />
        ))}
    </View>
  )
}
