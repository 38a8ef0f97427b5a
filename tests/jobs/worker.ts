import { importingBy } from '#affairs/intake/job'
import { workOn } from '#kernel/jobs/work'
import { summing } from './summing'

/** A worker in a process of its own: until it is killed, or the job named is over. */
async function work(id: string): Promise<void> {
  for (;;) {
    const job = await workOn([summing(), importingBy(25)], { until: Date.now() + 60_000, leaseMs: 300, mostDeaths: Infinity }, id)
    if (job && job.state !== 'waiting') process.exit(0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
void work(process.argv[2]!)
