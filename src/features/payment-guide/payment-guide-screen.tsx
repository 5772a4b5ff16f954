import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { onlineMethods } from '@/domain/payment/payment'
import { isUnderWay } from '@/domain/payment/payment-application'
import { describeFailure } from '@/locales/failure'
import { paymentGuideWords as words } from '@/locales/payment/payment-guide'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Heading } from '@/ui/text/heading'
import { MethodCard } from './method-card'
import { SubjectOutcomeCard } from './subject-outcome'
import { type SubjectOutcome, SubjectQuestions } from './subject-questions'
import { type PaymentRightsReply, usePaymentRights } from './use-payment-rights'
import './payment-guide.scss'

/** The seller's ways to be paid: what is on, what is not and why, the papers that an application needs, and its state. */
export function PaymentGuideScreen({ shopId }: { shopId: Id }) {
  const { data, failure, reload } = usePaymentRights(shopId)
  return (
    <Page title={words.title}>
      <View className="payment-guide">
        {data && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {data && <Guide shopId={shopId} rights={data} />}
        {!data && !failure && <Skeleton />}
        {!data && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      </View>
    </Page>
  )
}

function Guide({ shopId, rights }: { shopId: Id; rights: PaymentRightsReply }) {
  const [answer, setAnswer] = useState<SubjectOutcome>()
  const { application } = rights
  const known = rights.subject === 'none' ? application?.subject : rights.subject
  const cards = onlineMethods.map((method) => (
    <MethodCard key={method} shopId={shopId} method={method} rights={rights} outcome={known ?? answer} />
  ))
  // what the seller waits for, or has to do, comes first
  if (application && isUnderWay(application.state))
    return (
      <>
        {cards}
        <InPersonCard />
      </>
    )
  return (
    <>
      <InPersonCard />
      {known && (
        <Card>
          <Heading className="payment-guide__title">
            {rights.subject === 'none' ? words.subjectApplied : words.subjectKnown}
          </Heading>
          <Text className="payment-guide__text">{words.subjects[known]}</Text>
        </Card>
      )}
      {!known && !answer && <SubjectQuestions onAnswer={setAnswer} />}
      {!known && answer && <SubjectOutcomeCard outcome={answer} onChange={() => setAnswer(undefined)} />}
      {cards}
    </>
  )
}

function InPersonCard() {
  return (
    <Card>
      <Heading className="payment-guide__title">{words.inPerson}</Heading>
      <Text className="payment-guide__state payment-guide__state--on">{words.on}</Text>
      <Text className="payment-guide__text">{words.inPersonText}</Text>
      <Text className="payment-guide__text">{words.codeRule}</Text>
    </Card>
  )
}
