import { describe, expect, it } from 'vitest';
import { informationComponent } from '../../src/statistics/information-component.ts';

describe('informationComponent', () => {
  it('agrees with scipy gamma quantiles for 3 seen where .2 were expected', () => {
    const { ic, ic025, ic975 } = informationComponent(3, 0.2);
    expect(ic).toBeCloseTo(2.321928094887362, 10);
    expect(ic025).toBeCloseTo(0.27148473904544457, 9);
    expect(ic975).toBeCloseTo(3.515723648716575, 9);
  });

  it('never has its lower limit above 0 before the third event, and then only below .345 expected', () => {
    expect(informationComponent(2, 0).ic025).toBeLessThan(0);
    expect(informationComponent(3, 0.34).ic025).toBeGreaterThan(0);
    expect(informationComponent(3, 0.35).ic025).toBeLessThan(0);
  });
});
