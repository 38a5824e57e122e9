import { WideTable } from "~/ui/layout/wide-table";
import styles from "./bar-chart.module.css";

export interface Bar {
  label: string;
  value: number;
  /** The value in words, where a number says too little. */
  text?: string;
}

interface BarChartProps {
  title: string;
  bars: Bar[];
  /** The heads of the table behind it. */
  heads: [label: string, value: string];
  /** What opens the table. */
  table: string;
}

/** Bars that lie, each beside its name and its number: long names have room, on a phone too, and one bar looks like one. */
export function BarChart({ title, bars, heads, table }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <ul className={styles.bars}>
        {bars.map(({ label, value, text }) => (
          <li key={label}>
            <span className={styles.label}>{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(value / most) * 100} height="10" />
            </svg>
            <span className={styles.value}>{text ?? value}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{table}</summary>
        <WideTable label={title} className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{text ?? value}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </figure>
  );
}
