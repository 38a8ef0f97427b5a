import { workOn } from '#kernel/jobs/work'
import { summing } from './summing'

/** A worker in a process of its own: until it is killed, or nothing is left. */
async function work(): Promise<void> {
  for (;;) {
    const job = await workOn([summing()], { until: Date.now() + 60_000, leaseMs: 300 })
    if (job?.state === 'done') process.exit(0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
void work()
