import { Component, type PropsWithChildren, Suspense } from 'react'
import type { PlacedSection } from '@/domain/look/look'

type Props = PropsWithChildren<{ section: PlacedSection }>

/**
 * Leaves out a section that throws, so that the others are rendered. Suspense does the same on the server, which has no error
 * boundaries. Changed settings make the section render again.
 */
export class SectionErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.section !== this.props.section) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? null : <Suspense fallback={null}>{this.props.children}</Suspense>
  }
}
