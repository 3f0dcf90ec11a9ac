// The list of events: shows the rows that hold all the words asked for.
(() => {
  const field = document.querySelector("#words");
  const rows = [...document.querySelectorAll("tbody tr")];
  const count = document.querySelector("#count");
  document.querySelector("form").hidden = false;
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => texts[at].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = `${shown} of ${rows.length} events`;
  };
  field.addEventListener("input", show);
  show();
})();
