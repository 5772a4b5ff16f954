import { AlertsScreen } from '@/features/notifications/alerts-screen'
import { PageSoundCard } from '@/features/today/page-sound-card'

/** How a seller is told of orders. */
export default function AlertsPage() {
  return <AlertsScreen pageSound={<PageSoundCard />} />
}
