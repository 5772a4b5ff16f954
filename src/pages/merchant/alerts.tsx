import { AlertsScreen } from '@/features/notifications/alerts-screen'
import { PageSoundCard } from '@/features/today/page-sound-card'

/** The settings of order notifications. */
export default function AlertsPage() {
  return <AlertsScreen pageSound={<PageSoundCard />} />
}
