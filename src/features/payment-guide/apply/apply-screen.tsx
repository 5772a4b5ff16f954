import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Application } from '@/contract/payment/payment-application'
import type { Id } from '@/domain/id'
import { applicantSubjects, canSendPapers } from '@/domain/payment/payment-application'
import { describeFailure } from '@/locales/failure'
import { applyWords as words } from '@/locales/payment/payment-application'
import { heading } from '@/platform/a11y/aria'
import { focusElement } from '@/platform/a11y/focus'
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
import { StoredDraft } from './stored-draft'
import './apply.scss'

interface ApplyScreenProps {
  shopId: Id
  /** The seller's legal subject, as the page's address says. */
  subjectParam: string | undefined
}

const isFormOpen = ({ canApply, application }: PaymentRightsReply): boolean =>
  canApply && canSendPapers(application?.state)

/** A seller's application to WeChat Pay: the form, or how it stands once it was sent. */
export function ApplyScreen({ shopId, subjectParam }: ApplyScreenProps) {
  const rights = usePaymentRights(shopId)
  const shop = useCall('GET /api/shops/:shopId', { params: { shopId } })
  const failure = rights.failure ?? shop.failure
  const retry = () => void Promise.all([rights.reload(), shop.reload()])
  const isLoaded = rights.data && shop.data
  return (
    <Page title={words.title}>
      <View className="apply">
        {/* a notice that appears above the form would move what she types */}
        {rights.data && shop.data && failure && !isFormOpen(rights.data) && (
          <StaleNotice>{describeFailure(failure)}</StaleNotice>
        )}
        {rights.data && shop.data && (
          <ApplyView
            shopId={shopId}
            subjectParam={subjectParam}
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

function ApplyView({ shopId, subjectParam, rights, shopPhone, onRights, reload }: ApplyViewProps) {
  const { application } = rights
  const known = applicantSubjects.find((subject) => subject === subjectParam) ?? application?.subject
  const [outcome, setOutcome] = useState<SubjectOutcome | undefined>(known)
  /** Counts the times that the form was cleared, to begin it anew. */
  const [round, setRound] = useState(0)
  const hasDraft = useApplicationDrafts(({ drafts }) => drafts[shopId] !== undefined)
  const answer = (next: SubjectOutcome | undefined) => {
    setOutcome(next)
    // a reload opens the same form
    setQueryParam('subject', next ?? null)
  }
  const isOpen = isFormOpen(rights)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) focusElement(CLOSED_ID)
    wasOpen.current = isOpen
  }, [isOpen])
  if (!isOpen) return <ClosedView shopId={shopId} application={application} />
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

const CLOSED_ID = 'apply-closed'

/** An application whose papers cannot be sent now: how it stands, the draft on this phone, and the way back. */
function ClosedView({ shopId, application }: { shopId: Id; application: Application | undefined }) {
  return (
    <Card>
      {application ? (
        <>
          <Text id={CLOSED_ID} className="apply__title" {...heading(2)}>
            {words.closedTitle}
          </Text>
          <ApplicationStatus application={application} />
        </>
      ) : (
        <Text className="apply__lead">{words.unavailable}</Text>
      )}
      <StoredDraft shopId={shopId} />
      <View className="apply__back">
        <Button kind="soft" onPress={() => goBack(urlOf('payments', { shop: shopId }))}>
          {words.back}
        </Button>
      </View>
    </Card>
  )
}
