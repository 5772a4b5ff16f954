/** Counts requests by route and by the status they got. */
export class Tally {
  private readonly counts = new Map<string, Map<number, number>>()

  constructor(private readonly title: string) {}

  add(route: string, status: number): void {
    const statuses = this.counts.get(route) ?? new Map<number, number>()
    this.counts.set(route, statuses)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }

  get total(): number {
    return [...this.counts.values()]
      .flatMap((one) => [...one.values()])
      .reduce((sum, count) => sum + count, 0)
  }

  /** Number of requests whose status starts with a digit: `5` for 5xx. */
  countOfClass(first: number): number {
    return [...this.counts.values()]
      .flatMap((one) => [...one])
      .reduce((sum, [status, count]) => sum + (Math.floor(status / 100) === first ? count : 0), 0)
  }

  /** Prints the number of requests; in the long run also by route and status. */
  print(): void {
    const lines = [...this.counts].map(([route, statuses]) => {
      const each = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`)
      return `  ${route}: ${each.join(', ')}`
    })
    const sum = `${this.title}: ${this.total} requests, ${this.countOfClass(5)} answered 5xx`
    process.stderr.write(`${[sum, ...(process.env.KZ_LONG === '1' ? lines : [])].join('\n')}\n`)
  }
}
