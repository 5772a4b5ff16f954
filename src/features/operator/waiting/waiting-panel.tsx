import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { waitingWords as words } from '@/locales/operator/console'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { BlockAppeals } from './block-appeals'
import { FailedJobs } from './failed-jobs'
import { OpenReports } from './open-reports'
import { StuckMoney } from './stuck-money'
import { WaitingContents } from './waiting-contents'

const POLL_MS = 15_000

interface WaitingPanelProps {
  /** How much waits, of each kind; the lists are read again when it changes. */
  waiting: RouteReply<'GET /api/operator'>['waiting']
  /** Something was answered, or may have come, so that the numbers are read again. */
  onAnswered(): void
  /** Opens a shop, which is found by its slug. */
  onOpenShop(slug: string): void
}

/** Appeals, reports, contents, money and jobs that wait for an operator. */
export function WaitingPanel({ waiting, onAnswered, onOpenShop }: WaitingPanelProps) {
  const appeals = useCall('GET /api/operator/appeals', {})
  const reports = useCall('GET /api/operator/reports', {})
  const contents = useCall('GET /api/operator/contents', {})
  const money = useCall('GET /api/operator/money', {})
  const jobs = useCall('GET /api/operator/jobs', {})
  const states = [appeals, reports, contents, money, jobs]
  const reloadAll = () => {
    for (const { reload } of states) void reload()
  }
  usePolling(onAnswered, POLL_MS)
  const counts = JSON.stringify(waiting)
  const listed = useRef(counts)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are read again when a number changes
  useEffect(() => {
    if (listed.current === counts) return
    listed.current = counts
    reloadAll()
  }, [counts])
  const failed = states.find(({ data, failure }) => data === undefined && failure)
  if (failed?.failure) return <FailureNotice failure={failed.failure} onRetry={reloadAll} />
  if (!appeals.data || !reports.data || !contents.data || !money.data || !jobs.data) return <Skeleton />
  const lists = [
    appeals.data.items,
    reports.data.items,
    contents.data.items,
    money.data.items,
    money.data.statements,
  ]
  const isEmpty = [...lists, jobs.data.failed].every(({ length }) => length === 0) && jobs.data.late === 0
  const answered = (reload: () => Promise<void>) => () => {
    void reload()
    onAnswered()
  }
  return (
    <View className="console__group">
      {isEmpty && <Notice icon="check" {...words.empty} />}
      <BlockAppeals
        appeals={appeals.data.items}
        onAnswered={answered(appeals.reload)}
        onOpenShop={onOpenShop}
      />
      <OpenReports shops={reports.data.items} onAnswered={answered(reports.reload)} onOpenShop={onOpenShop} />
      <WaitingContents contents={contents.data.items} onAnswered={answered(contents.reload)} />
      <StuckMoney money={money.data} onOpenShop={onOpenShop} />
      <FailedJobs jobs={jobs.data} onAnswered={answered(jobs.reload)} />
    </View>
  )
}
