// The colours a reader chooses: light, dark, or as the device has them. Runs before anything is painted, keeps nothing
// until a choice is made and forgets it when the device's own is chosen again.
(() => {
  const root = document.documentElement;
  const key = "colours";
  let kept = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Storage is shut; the switch then works for this page alone.
  }
  const show = (choice) => {
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
    else delete root.dataset.theme;
  };
  show(kept);
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector(".f-theme");
    if (!box) return;
    const choice = box.querySelector("select");
    choice.value = root.dataset.theme || "auto";
    choice.addEventListener("change", () => {
      show(choice.value);
      try {
        if (choice.value === "auto") localStorage.removeItem(key);
        else localStorage.setItem(key, choice.value);
      } catch {
        // As above.
      }
    });
    box.hidden = false;
  });
})();
