import { View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import { waitingWords as words } from '@/locales/operator/console'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FailedJobs } from './failed-jobs'
import { OpenReports } from './open-reports'
import { StuckMoney } from './stuck-money'
import { WaitingContents } from './waiting-contents'

const POLL_MS = 15_000

interface WaitingPanelProps {
  /** Something was answered, or may have come, so that the numbers are read again. */
  onAnswered(): void
  /** Opens a shop, which is found by its slug. */
  onOpenShop(slug: string): void
}

/** Reports, contents, money and jobs that wait for an operator. */
export function WaitingPanel({ onAnswered, onOpenShop }: WaitingPanelProps) {
  const reports = useCall('GET /api/operator/reports', {})
  const contents = useCall('GET /api/operator/contents', {})
  const money = useCall('GET /api/operator/money', {})
  const jobs = useCall('GET /api/operator/jobs', {})
  const states = [reports, contents, money, jobs]
  const reloadAll = () => {
    for (const { reload } of states) void reload()
    onAnswered()
  }
  usePolling(reloadAll, POLL_MS)
  const failed = states.find(({ data, failure }) => data === undefined && failure)
  if (failed?.failure) return <FailureNotice failure={failed.failure} onRetry={reloadAll} />
  if (!reports.data || !contents.data || !money.data || !jobs.data) return <Skeleton />
  const counts = [reports.data.items, contents.data.items, money.data.items, money.data.statements]
  const isEmpty = [...counts, jobs.data.failed].every(({ length }) => length === 0) && jobs.data.late === 0
  const answered = (reload: () => Promise<void>) => () => {
    void reload()
    onAnswered()
  }
  return (
    <View className="console__group">
      {isEmpty && <Notice icon="check" {...words.empty} />}
      <OpenReports shops={reports.data.items} onAnswered={answered(reports.reload)} onOpenShop={onOpenShop} />
      <WaitingContents contents={contents.data.items} onAnswered={answered(contents.reload)} />
      <StuckMoney money={money.data} onOpenShop={onOpenShop} />
      <FailedJobs jobs={jobs.data} onAnswered={answered(jobs.reload)} />
    </View>
  )
}
