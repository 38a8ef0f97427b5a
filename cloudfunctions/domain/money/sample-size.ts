/** How many to ask. `withReserve`: those and half as many again, who are asked in their order where somebody cannot be. */
export interface SampleSize {
  ask: number
  withReserve: number
}

/** Of the normal distribution, for 95 %. */
export const z95 = 1.959964
const reserveFactor = 1.5

/**
 * To estimate a share to ± so many percentage points with 95 % confidence, whatever the share is: n = z² · ¼ / e², corrected for a
 * population that is finite. 12,883 and ± 5: 374, with the reserve 560 (as UNICEF HOPE reckons). A population of 0 asks nobody.
 */
export function toEstimate(population: number, points: number): SampleSize {
  const endless = (z95 ** 2 * 0.25) / (points / 100) ** 2
  return sized(population, population === 0 ? 0 : endless / (1 + (endless - 1) / population))
}

/**
 * To come upon at least one that is wrong with a chance of 95 %, if so many percent are: drawn without putting back. 12,883 and
 * 1, 3, 5 %: 295, 99, 59; of 200: 155, 78, 51.
 */
export const toDetect = (population: number, percent: number): SampleSize =>
  sized(population, drawsToMeet(population, Math.max(1, Math.round((population * percent) / 100))))

/** Draws without putting back until at least one of the `wrong` is among them with a chance of 95 %. */
function drawsToMeet(population: number, wrong: number): number {
  let missed = 1
  for (let drawn = 0; drawn < population; drawn++) {
    if (missed <= 0.05) return drawn
    missed *= Math.max(0, population - wrong - drawn) / (population - drawn)
  }
  return population
}

/** Of `population`, how many may be wrong at most, with 95 % confidence, where `drawn` of them were asked and none was. */
export function mostUnmet(population: number, drawn: number): number {
  let [low, high] = [0, population - drawn]
  while (low < high) {
    const wrong = Math.ceil((low + high) / 2)
    if (chanceToMiss(population, wrong, drawn) > 0.05) low = wrong
    else high = wrong - 1
  }
  return low
}

function chanceToMiss(population: number, wrong: number, drawn: number): number {
  let missed = 1
  for (let i = 0; i < drawn && missed > 0; i++) missed *= Math.max(0, population - wrong - i) / (population - i)
  return missed
}

const sized = (population: number, needed: number): SampleSize => ({
  ask: Math.min(population, Math.ceil(needed)),
  withReserve: Math.min(population, Math.ceil(needed * reserveFactor)),
})
