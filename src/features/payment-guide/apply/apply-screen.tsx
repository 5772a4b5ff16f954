import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Application } from '@/contract/payment-application'
import type { Id } from '@/domain/id'
import { applicantSubjects, canSendPapers } from '@/domain/payment-application'
import { describeFailure } from '@/locales/failure'
import { applyWords as words } from '@/locales/payment-application'
import { goBack } from '@/platform/navigation/navigate'
import { setQueryParam } from '@/platform/navigation/url'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ManagedShopFailure } from '@/ui/notice/managed-shop-failure'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { ApplicationStatus } from '../application-status'
import { SubjectOutcomeCard } from '../subject-outcome'
import { type SubjectOutcome, SubjectQuestions } from '../subject-questions'
import { type PaymentRightsReply, usePaymentRights } from '../use-payment-rights'
import { dropDraft, useApplicationDrafts } from './application-draft-store'
import { ApplyForm } from './apply-form'
import './apply.scss'

interface ApplyScreenProps {
  shopId: Id
  /** What the seller is, as the page's address says. */
  asked: string | undefined
}

/** A seller's application to WeChat Pay: the form, or how it stands once it was sent. */
export function ApplyScreen({ shopId, asked }: ApplyScreenProps) {
  const rights = usePaymentRights(shopId)
  const shop = useCall<'GET /api/shops/:shopId'>('GET /api/shops/:shopId', { params: { shopId } })
  const failure = rights.failure ?? shop.failure
  const retry = () => void Promise.all([rights.reload(), shop.reload()])
  const isLoaded = rights.data && shop.data
  return (
    <Page title={words.title}>
      <View className="apply">
        {isLoaded && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {rights.data && shop.data && (
          <ApplyView
            shopId={shopId}
            asked={asked}
            rights={rights.data}
            shopPhone={shop.data.shop.phone ?? ''}
            onRights={rights.set}
            reload={() => void rights.reload()}
          />
        )}
        {!isLoaded && !failure && <Skeleton />}
        {!isLoaded && failure && <ManagedShopFailure failure={failure} onRetry={retry} />}
      </View>
    </Page>
  )
}

interface ApplyViewProps extends ApplyScreenProps {
  rights: PaymentRightsReply
  shopPhone: string
  onRights(rights: PaymentRightsReply): void
  reload(): void
}

function ApplyView({ shopId, asked, rights, shopPhone, onRights, reload }: ApplyViewProps) {
  const { application, canApply } = rights
  const known = applicantSubjects.find((subject) => subject === asked) ?? application?.subject
  const [outcome, setOutcome] = useState<SubjectOutcome | undefined>(known)
  /** Counts the times that the form was cleared, to begin it anew. */
  const [round, setRound] = useState(0)
  const hasDraft = useApplicationDrafts(({ drafts }) => drafts[shopId] !== undefined)
  const answer = (next: SubjectOutcome | undefined) => {
    setOutcome(next)
    // a reload opens the same form
    setQueryParam('subject', next ?? null)
  }
  if (!canApply || !canSendPapers(application?.state))
    return <ClosedView shopId={shopId} application={application} />
  return (
    <>
      {application && (
        <Card>
          <ApplicationStatus application={application} />
        </Card>
      )}
      {application?.state === 'rejected' && !hasDraft && <StaleNotice>{words.notHere}</StaleNotice>}
      <Text className="apply__lead">{words.lead}</Text>
      {outcome && <SubjectOutcomeCard outcome={outcome} onChange={() => answer(undefined)} />}
      {!outcome && <SubjectQuestions onAnswer={answer} />}
      {outcome && outcome !== 'reseller' && (
        <ApplyForm
          key={round}
          shopId={shopId}
          subject={outcome}
          shopPhone={shopPhone}
          application={application}
          onSent={(sent) => onRights({ ...rights, application: sent })}
          onStale={reload}
          onClear={() => {
            dropDraft(shopId)
            setRound(round + 1)
          }}
        />
      )}
    </>
  )
}

/** How an application stands whose papers cannot be sent now, and the way back. */
function ClosedView({ shopId, application }: { shopId: Id; application: Application | undefined }) {
  return (
    <Card>
      {application ? <ApplicationStatus application={application} /> : <Text>{words.unavailable}</Text>}
      <View className="apply__back">
        <Button kind="soft" onPress={() => goBack(urlOf('payments', { shop: shopId }))}>
          {words.back}
        </Button>
      </View>
    </Card>
  )
}
